/** Browsers take 4,096 bytes of name and value together (RFC 6265, section 6.1). */
const PART = 3500;

/** The longest that browsers keep a cookie: 400 days, in seconds. */
const KEPT = 34_560_000;

/** Keeps texts in cookies, in as many as each needs. Undefined where the browser keeps no cookies for this page. */
export function cookieStore(): Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined {
	setCookie("offprint", "1");
	if (!document.cookie.includes("offprint=1")) return undefined;
	return {
		getItem(key) {
			const parts = partsOf(key);
			return parts.length > 0 ? decode(parts.join("")) : null;
		},
		setItem(key, value) {
			const before = partsOf(key).length;
			const encoded = encodeURIComponent(value);
			const count = Math.ceil(encoded.length / PART);
			for (let at = 0; at < count; at++) {
				setCookie(nameOf(key, at), encoded.slice(at * PART, (at + 1) * PART));
			}
			for (let at = count; at < before; at++) setCookie(nameOf(key, at), "");
			// A browser that has enough cookies says nothing.
			if (this.getItem(key) !== value) throw new Error("the browser would not keep it");
		},
		removeItem(key) {
			for (const at of partsOf(key).keys()) setCookie(nameOf(key, at), "");
		},
	};
}

/** The parts of a text, as they stand in the cookies, in order. */
function partsOf(key: string): string[] {
	const cookies = new Map(
		document.cookie.split("; ").map((cookie) => {
			const at = cookie.indexOf("=");
			return [cookie.slice(0, at), cookie.slice(at + 1)];
		}),
	);
	const parts: string[] = [];
	for (
		let part = cookies.get(nameOf(key, 0));
		part;
		part = cookies.get(nameOf(key, parts.length))
	) {
		parts.push(part);
	}
	return parts;
}

function nameOf(key: string, part: number): string {
	return `${encodeURIComponent(key)}.${part}`;
}

/** Sets a cookie for every page that is read from a folder, or forgets it when its value is empty. */
function setCookie(name: string, value: string): void {
	// biome-ignore lint/suspicious/noDocumentCookie: Firefox's files share nothing else.
	document.cookie = `${name}=${value}; path=/; max-age=${value ? KEPT : 0}; samesite=strict`;
}

function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
