import type { Clock } from "./pace.ts";

/** A service that is asked, and how. */
export interface Service {
	/** For messages: `arXiv`. */
	name: string;
	/** What the address of every request begins with. */
	base: string;
	/** Who asks. */
	userAgent: string;
	/** Waits until it may be asked. */
	turn(): Promise<unknown>;
	clock: Clock;
	/** After so many milliseconds without the whole answer a try is over. */
	timeout: number;
}

/**
 * What a service said, or why it said nothing of use. `down` where asking for something
 * else would fail too.
 */
export type Answer =
	| { status: number; text: string }
	| { failure: string; down: boolean; text?: undefined };

const TRIES = 3;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_REDIRECTS = 5;
/** A service that asks for a longer pause, in milliseconds, is asked another day. */
const LONGEST_PAUSE = 60_000;
const HOSTS = /(?:^|\.)(?:arxiv|crossref|doi)\.org$/;

/** What the codes of the system mean. */
const CODES: Record<string, string> = {
	ENOTFOUND: "its address is not found: is there a network?",
	EAI_AGAIN: "its address is not found: is there a network?",
	ECONNREFUSED: "it takes no connection",
	ECONNRESET: "the connection was cut",
	UND_ERR_SOCKET: "the connection was cut",
};

/** One try: an answer, or a failure, which another try may mend. */
type Try = Answer | { failure: string; down: boolean; again: true; pause?: number | undefined };

/**
 * Asks a service, at most three times, with growing pauses, where it is not reached, is slow, says
 * 429 or 5xx, or what `flawIn` finds wrong. Only 200, 400 and 404 are answers.
 */
export async function ask(
	service: Service,
	query: string,
	flawIn: (text: string, status: number) => string | undefined,
): Promise<Answer> {
	for (let tries = 1; ; tries++) {
		const found = await tryOnce(service, query, flawIn);
		if (!("again" in found)) return found;
		const pause = found.pause ?? 1000 * 2 ** (tries - 1);
		if (pause > LONGEST_PAUSE) {
			const wait = `${found.failure} and wants to be left alone for ${Math.ceil(pause / 60_000)} minutes`;
			return { failure: wait, down: true };
		}
		if (tries === TRIES) return { failure: found.failure, down: found.down };
		await service.clock.sleep(pause);
	}
}

async function tryOnce(
	service: Service,
	query: string,
	flawIn: (text: string, status: number) => string | undefined,
): Promise<Try> {
	const { name, base, clock, timeout } = service;
	const again = (what: string, down: boolean, pause?: number) =>
		({ failure: `${name} ${what}`, down, again: true, pause }) as const;
	let address = new URL(base + query);
	try {
		for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			await service.turn();
			const response = await fetch(address, {
				redirect: "manual",
				signal: AbortSignal.timeout(timeout),
				headers: { "User-Agent": service.userAgent },
			});
			const { status } = response;
			const location = response.headers.get("location");
			if (status >= 300 && status < 400 && location !== null) {
				await response.body?.cancel();
				const next = URL.canParse(location, address) ? new URL(location, address) : undefined;
				if (!next || !mayFollow(next, base)) {
					return { failure: `${name} sent us elsewhere, to ${location.slice(0, 100)}`, down: true };
				}
				address = next;
				continue;
			}
			if (status === 429 || status >= 500) {
				await response.body?.cancel();
				const pause = pauseOf(response.headers.get("retry-after"), clock.now());
				return again(`answered ${status}`, true, pause);
			}
			if (![200, 400, 404].includes(status)) {
				await response.body?.cancel();
				return { failure: `${name} answered ${status}`, down: true };
			}
			const text = await textOf(response);
			if (text === undefined)
				return { failure: `${name} answered with more than 4 MB`, down: false };
			const flaw = flawIn(text, status);
			return flaw === undefined ? { status, text } : again(`answered with ${flaw}`, false);
		}
		return { failure: `${name} sent us from one address to the next`, down: true };
	} catch (cause) {
		return again(`could not be reached (${reasonOf(cause, timeout)})`, true);
	}
}

/** The text of an answer, or `undefined` where it is too long: the rest of it is not read. */
async function textOf(response: Response): Promise<string | undefined> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const part of response.body ?? []) {
		bytes += part.length;
		// Leaving the loop ends the connection.
		if (bytes > MAX_BYTES) return undefined;
		parts.push(part);
	}
	return new TextDecoder().decode(Buffer.concat(parts));
}

/** Only the services themselves are asked: an answer may not send us into a network of ours. */
function mayFollow(next: URL, base: string): boolean {
	if (next.origin === new URL(base).origin) return true;
	return next.protocol === "https:" && next.port === "" && HOSTS.test(next.hostname);
}

/** `Retry-After`, seconds or a date, in milliseconds from now. */
function pauseOf(header: string | null, now: number): number | undefined {
	if (header === null) return undefined;
	if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function reasonOf(cause: unknown, timeout: number): string {
	const { name, message, cause: inner } = cause as Error;
	if (name === "TimeoutError") return `no answer within ${timeout / 1000} s`;
	const { code, message: detail } = (inner ?? {}) as NodeJS.ErrnoException;
	return CODES[code ?? ""] ?? code ?? detail ?? message;
}
