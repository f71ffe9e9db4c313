import * as dns from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** How servers are asked. */
export interface Manners {
	/** Which IP addresses may be asked at all. */
	mayAsk: (address: string) => boolean;
	/** How a name is looked up. */
	lookup: typeof dns.lookup;
	/** Milliseconds for one answer. */
	timeout: number;
	/** Milliseconds before a server that said nothing, or “later”, is asked again. */
	pause: number;
	/** The longest that a server's own `Retry-After` is waited for, in milliseconds. */
	longestPause: number;
	/** How often one address is asked, at most. */
	tries: number;
}

/** Patient, and to the public internet only. */
export const POLITE: Manners = {
	mayAsk: isPublicAddress,
	lookup: dns.lookup,
	timeout: 20_000,
	pause: 5_000,
	longestPause: 60_000,
	tries: 3,
};

/** What a link leads to. */
export type Answer =
	| { kind: "ok" }
	/** Every redirect on the way is permanent, and the last address answers. */
	| { kind: "moved"; to: string }
	| { kind: "gone"; reason: string }
	/** Nobody can tell from here: refused, too busy, slow, broken. */
	| { kind: "unsure"; reason: string };

/** The reason where a name has no address. */
export const NO_SERVER = "no server has that name";

const MOST_REDIRECTS = 8;
const AGENT = "Mozilla/5.0 (compatible; Offprint link check)";

/** One answer of a server. */
interface Reply {
	status: number;
	location: string | undefined;
	retryAfter: string | undefined;
}

/** Asks where an address leads: HEAD, and GET where HEAD is not understood; redirects are followed. Never throws. */
export async function ask(address: string, manners: Manners = POLITE): Promise<Answer> {
	let at = new URL(address);
	let permanent = true;
	const seen = new Set<string>();
	while (seen.size <= MOST_REDIRECTS) {
		seen.add(at.href);
		const reply = await replyOf(at, manners);
		if ("reason" in reply) return reply;
		const { status, location } = reply;
		if (status >= 300 && status < 400 && location !== undefined) {
			if (!URL.canParse(location, at)) return unsure("a redirect to what is no address");
			const next = new URL(location, at);
			if (!/^https?:$/.test(next.protocol)) return unsure("a redirect away from the web");
			// The part of a page that was meant, goes along.
			next.hash ||= at.hash;
			permanent &&= status === 301 || status === 308;
			if (seen.has(next.href)) return unsure("redirects in a circle");
			at = next;
			continue;
		}
		if (status === 404 || status === 410) return { kind: "gone", reason: String(status) };
		if (status < 200 || status >= 300) return unsure(String(status));
		return permanent && seen.size > 1 ? { kind: "moved", to: at.href } : { kind: "ok" };
	}
	return unsure(`more than ${MOST_REDIRECTS} redirects`);
}

function unsure(reason: string): Answer & { kind: "unsure" } {
	return { kind: "unsure", reason };
}

/** The first answer that says something, after as many tries as it takes or is polite. */
async function replyOf(
	url: URL,
	manners: Manners,
): Promise<Reply | Exclude<Answer, { kind: "ok" | "moved" }>> {
	let failure: Error | undefined;
	let method: "HEAD" | "GET" = "HEAD";
	for (let tried = 1; ; tried++) {
		let wait = manners.pause;
		try {
			let reply = await request(method, url, manners);
			// Many servers know HEAD badly: what it does not find, GET may.
			if (method === "HEAD" && reply.status >= 400 && reply.status !== 429) {
				method = "GET";
				reply = await request(method, url, manners);
			}
			const later = reply.status === 429 || reply.status >= 500;
			if (!later || tried >= manners.tries) return reply;
			wait = retryAfter(reply.retryAfter) ?? wait;
		} catch (cause) {
			failure = cause as Error;
			const { code } = failure as NodeJS.ErrnoException;
			if (code === "ENOTFOUND") return { kind: "gone", reason: NO_SERVER };
			if (failure instanceof NotPublic || tried >= manners.tries) return unsure(failure.message);
		}
		// Whoever wants a longer pause is left in peace for this time.
		if (wait > manners.longestPause) return unsure("the server asks to come back later");
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
	if (header === undefined) return undefined;
	if (/^\d+$/.test(header)) return Number(header) * 1000;
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

class NotPublic extends Error {
	constructor() {
		super("not an address of the public internet");
	}
}

/** One request, of which nothing but the head is read. */
function request(
	method: "HEAD" | "GET",
	url: URL,
	{ mayAsk, lookup, timeout }: Manners,
): Promise<Reply> {
	// The very address that is connected to is looked at, so that no name can change its mind between.
	const guarded: LookupFunction = (hostname, options, callback) => {
		lookup(hostname, { ...options, all: true }, (error, addresses) => {
			if (error) return callback(error, []);
			const allowed = addresses.filter(({ address }) => mayAsk(address));
			const [first] = allowed;
			if (!first) return callback(new NotPublic(), []);
			return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
		});
	};
	return new Promise((resolve, reject) => {
		const host = url.hostname.replace(/^\[|\]$/g, "");
		// A literal address is never looked up.
		if (isIP(host) && !mayAsk(host)) return reject(new NotPublic());
		const { request: send } = url.protocol === "https:" ? https : http;
		const headers = { "user-agent": AGENT, accept: "*/*" };
		const sent = send(url, {
			method,
			headers,
			lookup: guarded,
			agent: false,
			signal: AbortSignal.timeout(timeout),
		});
		sent.on("response", ({ statusCode = 0, headers: { location, ...others } }) => {
			resolve({ status: statusCode, location, retryAfter: others["retry-after"] });
			sent.destroy();
		});
		sent.on("error", (error) => {
			const late = error.name === "AbortError" || error.name === "TimeoutError";
			reject(late ? new Error(`no answer within ${timeout / 1000} s`) : error);
		});
		sent.end();
	});
}
