import { withIndex } from "../../archive/layout.ts";
import { scriptFiles } from "./script-files.ts";

const script = document.currentScript as HTMLScriptElement;

/** The folder that the archive was unpacked to. Pages know it by their script, however deep they lie. */
const root = new URL("../", script.src).href;

/** Address of the site that the archive was made of. */
const site = script.dataset.site ?? "";

const read = scriptFiles(root);

globalThis.offprintPlace = {
	read,
	citations: read,
	link: (path) => root + withIndex(path.replace(/^\//, "")),
};

globalThis.offprintAddresses = {
	site,
	published(address) {
		if (!address.startsWith(root)) return address;
		const path = address.slice(root.length).replace(/[?#].*/, "");
		return site + path.replace(/(?:^|(?<=\/))index\.html$/, "");
	},
	opened(path) {
		const { href } = new URL(path, site);
		return href.startsWith(site) ? root + withIndex(href.slice(site.length)) : href;
	},
};
