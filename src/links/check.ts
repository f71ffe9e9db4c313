import { type Answer, ask, type Manners, NO_SERVER, POLITE } from "./ask.ts";
import type { LinkPlace } from "./places.ts";

/** A link with what it leads to. */
export interface CheckedLink extends LinkPlace {
	answer: Answer;
}

/** How many servers are asked at one time. */
const HOSTS_AT_ONCE = 8;

/**
 * Asks every address once, in the order of the links: one request at a time for each host, with
 * `between` milliseconds after it, and several hosts beside each other.
 */
export async function checkLinks(
	links: readonly LinkPlace[],
	{ manners = POLITE, between = 1_000 }: { manners?: Manners; between?: number } = {},
): Promise<CheckedLink[]> {
	const hosts = new Map<string, Set<string>>();
	for (const { address } of links) {
		const { host } = new URL(address);
		hosts.set(host, (hosts.get(host) ?? new Set()).add(address));
	}
	const answers = new Map<string, Answer>();
	const left = [...hosts.values()];
	const askHosts = async () => {
		for (let addresses = left.shift(); addresses; addresses = left.shift()) {
			for (const address of addresses) {
				answers.set(address, await ask(address, manners));
				await new Promise((resolve) => setTimeout(resolve, between));
			}
		}
	};
	await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, askHosts));
	const online = [...answers.values()].some(isOfServer);
	return links.flatMap((link) => {
		const answer = answers.get(link.address);
		if (!answer) return [];
		// Where no name at all is known, it is this machine that has no connection.
		if (online || isOfServer(answer)) return [{ ...link, answer }];
		return [{ ...link, answer: { kind: "unsure", reason: "no connection to the internet" } }];
	});
}

function isOfServer(answer: Answer): boolean {
	return answer.kind !== "gone" || answer.reason !== NO_SERVER;
}
