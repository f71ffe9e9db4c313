/** Called as often as one likes: `progress("read", 3, 100)`. */
export interface Progress {
	(work: string, done: number, total: number): void;
	/** Removes the line; nothing is left of it. */
	end(): void;
}

/** Milliseconds between two states of the line: more than people can read costs time. */
const INTERVAL = 100;

/** One line that tells how far the work is, rewritten in place; silent but on a terminal. */
export function progressOn(stream: NodeJS.WriteStream, env = process.env): Progress {
	const shown = Boolean(stream.isTTY) && !env.CI && env.TERM !== "dumb";
	let last = 0;
	let written = false;
	const progress = (work: string, done: number, total: number): void => {
		if (!shown) return;
		const now = performance.now();
		if (now - last < INTERVAL) return;
		last = now;
		written = true;
		stream.write(`\r\u001b[K${progressLine(work, done, total)}`);
	};
	return Object.assign(progress, {
		end() {
			if (written) stream.write("\r\u001b[K");
			written = false;
		},
	});
}

/** `planned 1,200 of 10,053`. */
function progressLine(work: string, done: number, total: number): string {
	return `${work} ${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}
