import { parseArgs } from "node:util";
import { PEERS, type Peer } from "./recipes.ts";

const SUBJECTS = ["ours", ...PEERS] as const;
const ROWS = ["builds", "dev", "growth"] as const;
const SIZES = [1000, 10_000, 100_000];

/** What to measure. */
export interface Options {
	papers: number;
	/** How often each thing is measured. */
	runs: number;
	ours: boolean;
	peers: Peer[];
	rows: (typeof ROWS)[number][];
	/** Numbers of papers for the growth. */
	sizes: number[];
	/** Whether RESULTS.md gets the report. */
	record: boolean;
}

/**
 * Reads the arguments: `--quick` (1,000 papers, once), `--papers N`, `--runs N`, `--only ours,hugo`,
 * `--rows builds,dev`, `--growth` (collections of 1,000, 10,000 and 100,000 papers too), `--grow-to N`
 * and `--record`. Throws an Error that says what was expected.
 */
export function optionsOf(args: readonly string[]): Options {
	const { values } = parseArgs({
		args: [...args],
		options: {
			quick: { type: "boolean", default: false },
			papers: { type: "string" },
			runs: { type: "string" },
			only: { type: "string" },
			rows: { type: "string" },
			growth: { type: "boolean", default: false },
			"grow-to": { type: "string", default: "100000" },
			record: { type: "boolean", default: false },
		},
	});
	const only = namesIn("--only", values.only, SUBJECTS) ?? [...SUBJECTS];
	const rows = namesIn("--rows", values.rows, ROWS) ?? ["builds", "dev"];
	const most = numberOf("--grow-to", values["grow-to"]);
	return {
		papers: numberOf("--papers", values.papers ?? (values.quick ? "1000" : "10000")),
		runs: numberOf("--runs", values.runs ?? (values.quick ? "1" : "5")),
		ours: only.includes("ours"),
		peers: PEERS.filter((name) => only.includes(name)),
		rows: values.growth && !rows.includes("growth") ? [...rows, "growth"] : rows,
		sizes: SIZES.filter((size) => size <= most),
		record: values.record,
	};
}

function namesIn<Name extends string>(
	option: string,
	text: string | undefined,
	known: readonly Name[],
): Name[] | undefined {
	if (text === undefined) return undefined;
	const names = text.split(",");
	const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
	if (unknown.length === 0) return names as Name[];
	throw new Error(`unexpected ${option} ${unknown.join(",")}, expected some of ${known.join(",")}`);
}

function numberOf(option: string, text: string): number {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new Error(`unexpected ${option} ${text}, expected a whole number from 1`);
}
