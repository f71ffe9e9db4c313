import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Answer } from "../digest/deliver.ts";

/** A mail server, as `smtps://user:password@host:port` names it. */
export interface Server {
	host: string;
	port: number;
	/** TLS from the first byte. */
	secure: boolean;
	auth?: { user: string; pass: string };
}

/** Reads such an address; `undefined` where it is none. */
export function serverAt(address: string): Server | undefined {
	try {
		const url = new URL(address);
		if (!/^smtps?:$/.test(url.protocol) || url.hostname === "") return undefined;
		const secure = url.protocol === "smtps:";
		const user = decodeURIComponent(url.username);
		return {
			host: url.hostname.replace(/^\[|\]$/g, ""),
			port: Number(url.port) || (secure ? 465 : 587),
			secure,
			...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
		};
	} catch {
		return undefined;
	}
}

/**
 * Sends messages to a server, each over a connection of its own. A password goes out encrypted
 * alone, but to this machine. No reason that is given holds the password.
 */
export function sender({ host, port, secure, auth }: Server, from: string) {
	const local = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
	const options = {
		host,
		port,
		secure,
		requireTLS: !secure && auth !== undefined && !local,
		connectionTimeout: 30_000,
		greetingTimeout: 30_000,
		socketTimeout: 60_000,
	};
	const shown = (text: string) => {
		const line = text.replace(/\s+/g, " ").slice(0, 300);
		return auth?.pass ? line.replaceAll(auth.pass, "…") : line;
	};
	return async (to: string, message: Buffer): Promise<Answer> => {
		// The last byte goes out only after the stream has ended: before that nothing is accepted.
		let whole = false;
		const raw = Readable.from([message], { objectMode: false });
		raw.once("end", () => (whole = true));
		try {
			await handOver(new SMTPConnection(options), auth, { from, to: [to] }, raw);
			return { kind: "sent" };
		} catch (cause) {
			const { code, command, responseCode, response, message } = cause as Error & {
				code?: string;
				command?: string;
				responseCode?: number;
				response?: string;
			};
			const reason = shown(response || message);
			if (code && ["EAUTH", "ENOAUTH", "EDNS", "ETLS"].includes(code)) {
				return { kind: "stop", reason };
			}
			if (responseCode && responseCode >= 500) {
				// Refused before the recipient was named, it would be the same for all of them.
				const kind = command === "RCPT TO" || command === "DATA" ? "refused" : "stop";
				return { kind, reason };
			}
			return { kind: whole && !responseCode ? "unsure" : "failed", reason };
		}
	};
}

function handOver(
	connection: SMTPConnection,
	auth: Server["auth"],
	envelope: { from: string; to: string[] },
	message: Readable,
): Promise<void> {
	return new Promise<void>((resolve, reject) => {
		const send = () =>
			connection.send(envelope, message, (cause) => (cause ? reject(cause) : resolve()));
		connection.on("error", reject);
		connection.once("end", () => reject(new Error("the connection was closed")));
		connection.connect((cause) => {
			if (cause) reject(cause);
			else if (!auth) send();
			else connection.login({ credentials: auth }, (cause) => (cause ? reject(cause) : send()));
		});
	}).finally(() => connection.quit());
}
