import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { onTestFinished } from "vitest";

/** A refusal as a server words it: the code and a text. */
export function reply(responseCode: number, text: string): Error {
	return Object.assign(new Error(text), { responseCode });
}

/** Ends the connection without a word. */
function dropConnection({ id }: SMTPServerSession, server: SMTPServer): void {
	for (const connection of server.connections) {
		if (connection.id === id) connection._socket.destroy();
	}
}

/** What a server of a test does; a message that is not answered otherwise is accepted. */
interface Behaviour {
	/** Before a message: gives a refusal. */
	recipient?: (address: string, drop: () => void) => Error | undefined;
	/** When the message is whole: gives a refusal, or `false` for no answer at all. */
	message?: (address: string, drop: () => void) => Error | false | undefined;
	/** When a sender is named: gives a refusal. */
	from?: () => Error;
	password?: string;
}

/** A real mail server for the time of one test: what it has accepted, and its address. */
export async function mailServer({ recipient, message, from, password }: Behaviour = {}) {
	const accepted: { to: string; mail: ParsedMail }[] = [];
	const server = new SMTPServer({
		disabledCommands: ["STARTTLS", ...(password ? [] : ["AUTH"])],
		authOptional: !password,
		allowInsecureAuth: true,
		onAuth: (auth, _, done) =>
			auth.password === password
				? done(null, { user: auth.username })
				: done(reply(535, `${auth.password} is wrong`)),
		onMailFrom: (_, __, done) => done(from?.()),
		onRcptTo: ({ address }, session, done) =>
			done(recipient?.(address, () => dropConnection(session, server))),
		async onData(stream, session, done) {
			const to = session.envelope.rcptTo.map(({ address }) => address).join();
			const mail = await buffer(stream).then(simpleParser, () => undefined);
			// The sender was stopped within the message.
			if (!mail) return;
			const refusal = message?.(to, () => dropConnection(session, server));
			if (refusal === false) return;
			if (!refusal) accepted.push({ to, mail });
			done(refusal);
		},
	});
	server.on("error", () => undefined);
	await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
	const { port } = server.server.address() as AddressInfo;
	return { accepted, port, url: `smtp://127.0.0.1:${port}` };
}
