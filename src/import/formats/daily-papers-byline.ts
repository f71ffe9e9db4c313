import { type CalendarDate, calendarDate, monthNumber, parts } from "../../paper/dates.ts";
import type { ListedPaper } from "../record.ts";

/** Lines between empty lines. */
export interface Block {
	line: number;
	lines: string[];
}

/** A byline block: who, a middle dot, when. */
export interface Byline {
	by: Pick<ListedPaper, "authorCount" | "organization">;
	month: number;
	day: number;
	year: number | undefined;
	commentCount: number | undefined;
}

/** The byline that a block is, what is wrong with it, or nothing where it is none. */
export function readByline({ lines }: Block): Byline | { problem: string } | undefined {
	const [who = "", dot = "", when, ...rest] = lines.map((line) => line.trim());
	const authors = /^•\s*(\d+) authors?$/.exec(who);
	if (dot !== "·")
		return authors && lines.length === 1 ? { problem: "a byline without date" } : undefined;
	if (when === undefined) return { problem: "a byline without date" };
	const organization = /^(\S+)\s+(.+)$/.exec(who);
	if (!authors && (!organization || who.startsWith("•")))
		return { problem: `the byline ${quote(who)}` };
	const date = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?:\s+(\d+))?$/.exec(when);
	const month = monthNumber(date?.[1] ?? "");
	const day = Number(date?.[2]);
	// 2024 is a leap year: every day that exists in some year exists in it.
	if (!date || !month || !calendarDate(2024, month, day) || rest.length > 0) {
		return { problem: `the date ${quote([when, ...rest].join(" "))}` };
	}
	return {
		by: authors
			? { authorCount: Number(authors[1]) }
			: { organization: { handle: organization?.[1] ?? "", name: organization?.[2] ?? "" } },
		month,
		day,
		year: date[3] ? Number(date[3]) : undefined,
		commentCount: date[4] ? Number(date[4]) : undefined,
	};
}

/** `Jul 1` or `Jul 1, 2026`. */
export function readDay(
	line: string | undefined,
): { month: number; day: number; year?: number } | undefined {
	const match = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?$/.exec(line?.trim() ?? "");
	const month = monthNumber(match?.[1] ?? "");
	if (!match || !month || !calendarDate(2024, month, Number(match[2]))) return undefined;
	return { month, day: Number(match[2]), ...(match[3] ? { year: Number(match[3]) } : {}) };
}

/** True for a byline that is whole. */
export function isByline(value: Byline | { problem: string } | undefined): value is Byline {
	return value !== undefined && !("problem" in value);
}

/** The latest such day that is not after `listed`. */
export function latestUpTo(
	listed: CalendarDate,
	month: number,
	day: number,
): CalendarDate | undefined {
	const { year } = parts(listed);
	const candidates = [year, year - 1, year - 2, year - 3, year - 4].map((y) =>
		calendarDate(y, month, day),
	);
	return candidates.find((date) => date !== undefined && date <= listed);
}

function quote(text: string): string {
	return JSON.stringify(text);
}
