import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** One answer of a server: a fixture by its name, and what is odd about it. */
export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** A file of `tests/fixtures/answers/`. */
	file?: string;
	body?: string | Buffer;
	/** Milliseconds before it answers. */
	late?: number;
	/** The connection is cut: before an answer, or after half of it. */
	cut?: "before" | "midway";
}

/** A server that answers as arXiv and Crossref do. */
export interface ApiServer {
	url: string;
	/** Path and query of every request, in order, decoded. */
	requests: string[];
	/** The header `User-Agent` of every request. */
	agents: string[];
}

/** The text of a recorded answer. */
export function answer(file: string): string {
	return readFileSync(path.join("tests/fixtures/answers", file), "utf8");
}

/**
 * Serves replies for the time of one test: what the function gives for a path with query,
 * decoded; a list gives one after the other, the last for ever. No reply is Crossref's 404.
 */
export async function serveReplies(
	reply: (request: string) => Reply | Reply[] | undefined,
): Promise<ApiServer> {
	const requests: string[] = [];
	const agents: string[] = [];
	const server = createServer((request, response) => {
		respond(request, response).catch((cause) => response.destroy(cause));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, requests, agents };

	async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const asked = decodeURIComponent(request.url ?? "");
		const before = requests.filter((other) => other === asked).length;
		requests.push(asked);
		agents.push(request.headers["user-agent"] ?? "");
		const replies = [reply(asked) ?? { status: 404, body: "Resource not found." }].flat();
		const {
			status = 200,
			headers = {},
			file,
			body,
			late,
			cut,
		} = replies[before] ?? replies.at(-1) ?? { status: 404 };
		if (late) await setTimeout(late);
		if (cut === "before") {
			response.destroy();
			return;
		}
		const bytes = Buffer.from(file === undefined ? (body ?? "") : answer(file));
		response.writeHead(status, { "content-length": bytes.length, ...headers });
		if (cut !== "midway") {
			response.end(bytes);
			return;
		}
		response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
	}
}
