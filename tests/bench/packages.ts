import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Why a peer cannot run here, and what helps. */
export class NotHere extends Error {}

/** Version of a package that is installed here, or below another folder. */
export function versionOf(name: string, root = "."): string {
	const file = path.join(root, "node_modules", name, "package.json");
	return JSON.parse(readFileSync(file, "utf8")).version;
}

/** The commit of this project that is measured; nothing outside of a repository. */
export function commit(): string {
	try {
		return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
	} catch {
		return "";
	}
}

/** Version of Hugo. Throws {@link NotHere} where there is none. */
export function hugoVersion(): string {
	try {
		const printed = execFileSync("hugo", ["version"], { encoding: "utf8" });
		return /v[\d.]+\S*/.exec(printed)?.[0] ?? printed.trim();
	} catch {
		throw new NotHere("hugo is not installed; on Debian: apt-get install hugo");
	}
}

/**
 * The folder in which the packages that a folder's package.json names are installed: below the
 * user's caches, outside of the repository. Installs them where they are not.
 */
export function installed(source: string): string {
	const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
	const folder = path.join(caches, "offprint-bench", path.basename(source));
	const wanted = readFileSync(path.join(source, "package.json"), "utf8");
	const done = path.join(folder, "installed.json");
	if (existsSync(done) && readFileSync(done, "utf8") === wanted) return folder;
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, "package.json"), wanted);
	try {
		execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, stdio: "pipe" });
	} catch (cause) {
		throw new NotHere(
			`npm could not install ${path.basename(source)}: ${cause instanceof Error ? cause.message : ""}`,
		);
	}
	writeFileSync(done, wanted);
	return folder;
}
