import { readFileSync } from "node:fs";
import { examinePreview } from "./examine.ts";

// What `.github/workflows/preview.yml` runs, without packages: `node src/preview/cli.ts <zip>`.
const [file = "preview.zip"] = process.argv.slice(2);
const { files, bytes, problems } = examinePreview(readFileSync(file));
if (problems.length > 0) {
	const more = problems.length > 50 ? [`and ${problems.length - 50} more`] : [];
	console.error(
		[...problems.slice(0, 50), ...more, "No link to this preview is given."].join("\n"),
	);
	process.exitCode = 1;
} else {
	console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB: a site and nothing else`);
}
