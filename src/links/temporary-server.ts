import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { POLITE } from "./ask.ts";

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine for the time of one test, and what it was asked: `METHOD /path`. */
export async function server(answering: Answering) {
	const asked: string[] = [];
	const listener = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		answering(request, response);
	});
	await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
	onTestFinished(() => {
		listener.closeAllConnections();
		listener.close();
	});
	const { port } = listener.address() as AddressInfo;
	return { asked, origin: `http://127.0.0.1:${port}`, port };
}

/** As {@link POLITE}, but quick, and of the servers of the tests. */
export const quick = {
	...POLITE,
	mayAsk: () => true,
	timeout: 300,
	pause: 10,
	longestPause: 2_000,
};

/** Answers by path: a status, and where it leads. */
export function answers(pages: Record<string, [status: number, location?: string]>): Answering {
	return ({ url = "" }, response) => {
		const [status, location] = pages[url] ?? [404];
		response.writeHead(status, location === undefined ? {} : { location }).end();
	};
}
