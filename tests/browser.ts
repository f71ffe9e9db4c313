import chromiumPackage from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

/** A real Chromium, out of the npm package: nothing has to be installed on the machine. */
export async function launchBrowser(debuggingPort?: number): Promise<Browser> {
	return chromium.launch({
		executablePath: await chromiumPackage.executablePath(),
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-background-networking",
			...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
		],
	});
}

/** A page of its own, with everything that went wrong on it: errors, warnings, failed requests. */
export async function openPage(
	browser: Browser,
	options: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ page: Page; problems: string[] }> {
	const page = await browser.newPage(options);
	const problems: string[] = [];
	page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
	});
	page.on("requestfailed", (request) => {
		// A prefetch that the reader overtook is aborted by the browser itself.
		if (request.failure()?.errorText === "net::ERR_ABORTED") return;
		problems.push(`failed: ${request.url()}`);
	});
	page.on("response", (response) => {
		if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
	});
	return { page, problems };
}
