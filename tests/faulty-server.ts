import { readFile, stat } from "node:fs/promises";
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from "node:http";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * What goes wrong with an answer: `missing` (404), `refused` (the connection is cut
 * before an answer), `truncated` (the length of the whole is announced, half of it comes,
 * the connection is cut), `html` (200 and a page, whatever was asked for), `empty` (200
 * and nothing), `corrupted` (one byte in the middle is another; of a program and of JSON the
 * first), `stale` (the file as it was before the last `swap`).
 */
export type Fault =
	| "missing"
	| "refused"
	| "truncated"
	| "html"
	| "empty"
	| "corrupted"
	| "stale"
	/** 200 and a line of plain text, as some servers send it for an error. */
	| "text"
	/** The connection is cut after this part of the file, from 0 to 1: a download that stops. */
	| { stopAt: number }
	/** Nothing comes after this part of the file, until all is mended: then the connection is cut. */
	| { stallAt: number }
	/** A page and this status: 503 for a server that is down. */
	| { status: number }
	/** The answer is right, but begins so many milliseconds late. */
	| { late: number };

/** A static server that can be told to fail. */
export interface FaultyServer {
	/** Address of the front page, base path included. */
	readonly url: string;
	/** Paths that were asked for since the server began, without base path and query: `papers/robin/`. */
	readonly requests: readonly string[];
	/**
	 * From now on, `paths` (one without base path and query, or a pattern that some match) fail; after
	 * so many `times` they do not any more.
	 */
	break(paths: string | RegExp, fault: Fault, times?: number): void;
	/** Nothing fails any more. */
	mend(): void;
	/** Serves another folder at the same address: a new deployment. */
	swap(dist: string): void;
	/** Cuts all connections and refuses new ones, as when the network is gone. */
	stop(): Promise<void>;
	/** Listens again at the same address. */
	start(): Promise<void>;
}

const TYPES: Record<string, string> = {
	html: "text/html; charset=utf-8",
	css: "text/css",
	js: "text/javascript",
	json: "application/json",
	svg: "image/svg+xml",
	png: "image/png",
	webmanifest: "application/manifest+json",
	xml: "application/xml",
	txt: "text/plain",
};

/**
 * Serves `dist`, a built site, below `base` (`/a/b/`) on a port of its own, as a static
 * host does: `index.html` for a folder, `404.html` for what is not there.
 */
export async function serveFiles(dist: string, base = "/"): Promise<FaultyServer> {
	let folder = dist;
	let before = dist;
	const faults: { paths: string | RegExp; fault: Fault; times: number }[] = [];
	const requests: string[] = [];
	const stalled: ServerResponse[] = [];
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		respond(request, response).catch((cause) => response.destroy(cause));
	};
	let server = await listen(answer, 0);
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `http://localhost:${port}${base}`,
		requests,
		break(paths, fault, times = Number.POSITIVE_INFINITY) {
			faults.push({ paths, fault, times });
		},
		mend() {
			faults.length = 0;
			for (const response of stalled.splice(0)) response.socket?.end();
		},
		swap(other) {
			before = folder;
			folder = other;
		},
		stop: () => close(server),
		async start() {
			server = await listen(answer, port);
		},
	};

	async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const pathname = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
		if (!pathname.startsWith(base)) return send(response, 404, "html", Buffer.from("Not here."));
		const name = pathname.slice(base.length);
		requests.push(name);
		const found = faults.findLast(
			({ paths, times }) =>
				times > 0 && (typeof paths === "string" ? paths === name : paths.test(name)),
		);
		if (found) found.times--;
		const fault = found?.fault;
		if (fault === "refused") {
			response.destroy();
			return;
		}
		if (typeof fault === "object" && "late" in fault) await setTimeout(fault.late);
		const file =
			fault === "missing" ? undefined : await find(fault === "stale" ? before : folder, name);
		if (typeof fault === "object" && "status" in fault) {
			return send(response, fault.status, "html", Buffer.from("<!doctype html><title>Error"));
		}
		if (fault === "text") return send(response, 200, "txt", Buffer.from("Not found"));
		if (fault === "html") {
			return send(
				response,
				200,
				"html",
				Buffer.from("<!doctype html><title>Not this</title><p>Hello"),
			);
		}
		if (!file) {
			const page = await find(folder, "404.html");
			return send(response, 404, "html", page?.body ?? Buffer.from("Not found."));
		}
		const { body, type } = file;
		if (fault === "empty") return send(response, 200, type, Buffer.alloc(0));
		if (fault === "corrupted" && body.length > 0) {
			// What comes of a program or of JSON with another byte, nobody can tell: the first makes it none.
			const at = /^js|javascript|json/.test(type) ? 0 : Math.floor(body.length / 2);
			body.writeUInt8((body[at] ?? 0) ^ 1, at);
		}
		if (typeof fault === "object" && "stallAt" in fault) {
			stalled.push(response);
			return sendPart(response, type, body, fault.stallAt);
		}
		const part =
			fault === "truncated"
				? 0.5
				: typeof fault === "object" && "stopAt" in fault
					? fault.stopAt
					: 1;
		if (part < 1) {
			// A connection that is reset takes back what the browser has not read yet: it is ended.
			return sendPart(response, type, body, part, () => response.socket?.end());
		}
		send(response, 200, type, body);
	}
}

async function find(
	dist: string,
	name: string,
): Promise<{ body: Buffer; type: string } | undefined> {
	let file = path.join(dist, name);
	try {
		if ((await stat(file)).isDirectory()) file = path.join(file, "index.html");
		return { body: await readFile(file), type: path.extname(file).slice(1) };
	} catch {
		return undefined;
	}
}

function send(response: ServerResponse, status: number, type: string, body: Buffer): void {
	response.writeHead(status, headers(type, body)).end(body);
}

/** Announces the whole and sends a part of it. */
function sendPart(
	response: ServerResponse,
	type: string,
	body: Buffer,
	part: number,
	sent?: () => void,
): void {
	response.writeHead(200, headers(type, body));
	response.write(body.subarray(0, Math.floor(body.length * part)), sent);
}

function headers(type: string, body: Buffer): Record<string, string | number> {
	return {
		"content-type": TYPES[type] ?? "application/octet-stream",
		"content-length": body.length,
		"cache-control": "no-cache",
	};
}

function listen(answer: RequestListener, port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer(answer);
		server.on("error", reject);
		server.listen(port, () => resolve(server));
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
