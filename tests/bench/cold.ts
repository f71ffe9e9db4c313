import { bytes, seconds } from "./figures.ts";
import { type Measured, measure, medians } from "./measure.ts";
import { type Census, censusOf, sizeOf } from "./outputs.ts";
import type { Subject } from "./subject.ts";

/** What a build of a subject took and wrote. */
export interface Built extends Measured {
	subject: Subject;
	files: number;
	bytes: number;
	census: Census;
}

/** What is told while builds run, and of those that failed. */
export interface Log {
	step(text: string): void;
	failure(text: string): void;
}

/**
 * Builds each subject so many times from nothing, in turns: ABAB, not AABB, so that what else the
 * machine does meets all of them. Medians of each figure; those whose build fails are left out.
 */
export async function buildCold(
	subjects: readonly Subject[],
	runs: number,
	log: Log,
): Promise<Built[]> {
	const wrote = new Map<Subject, Pick<Built, "files" | "bytes" | "census">>();
	const prepare = (subject: Subject) => subject.clear();
	const measured = await inTurns(subjects, runs, "from nothing", log, prepare, (subject, run) => {
		if (run > 0) return;
		const census = censusOf(subject.out, subject.places, subject.titles);
		wrote.set(subject, { ...sizeOf(subject.out), census });
	});
	return [...measured].flatMap(([subject, taken]) => {
		const output = wrote.get(subject);
		return output ? [{ subject, ...taken, ...output }] : [];
	});
}

/**
 * Builds each subject again after a change, so many times in turns. `change` is told the number of
 * the run, from 0. What a build before has left may be used.
 */
export function buildAgain(
	subjects: readonly Subject[],
	runs: number,
	change: (subject: Subject, run: number) => void,
	log: Log,
): Promise<Map<Subject, Measured>> {
	return inTurns(subjects, runs, "one abstract edited", log, change);
}

async function inTurns(
	subjects: readonly Subject[],
	runs: number,
	what: string,
	log: Log,
	before: (subject: Subject, run: number) => void,
	after: (subject: Subject, run: number) => void = () => {},
): Promise<Map<Subject, Measured>> {
	const measured = new Map<Subject, Measured[]>(subjects.map((subject) => [subject, []]));
	for (let run = 0; run < runs; run++) {
		for (const [subject, all] of measured) {
			log.step(`${subject.name}, ${what}, run ${run + 1} of ${runs}`);
			try {
				before(subject, run);
				const taken = await measure(subject.build);
				all.push(taken);
				log.step(`  ${figuresOf(taken)}`);
				after(subject, run);
			} catch (cause) {
				measured.delete(subject);
				log.failure(`${subject.name}, ${what}: ${cause instanceof Error ? cause.message : cause}`);
			}
		}
	}
	return new Map([...measured].map(([subject, all]) => [subject, medians(all)]));
}

/** In what the outputs differ from what the papers ask for, a sentence for each. */
export function unequal(built: readonly Built[], papers: number): string[] {
	const [first, ...others] = built;
	if (!first) return [];
	const kinds = ["topics", "dates", "feeds", "pages"] as const;
	return [
		...built
			.filter(({ census }) => census.papers !== papers)
			.map(
				({ subject, census }) =>
					`${subject.name} has a page with its title for ${census.papers} of ${papers} papers`,
			),
		...others.flatMap(({ subject, census }) =>
			kinds
				.filter((kind) => census[kind] !== first.census[kind])
				.map(
					(kind) =>
						`${subject.name} has ${census[kind]} ${kind}, ${first.subject.name} ${first.census[kind]}`,
				),
		),
	];
}

function figuresOf({ wall, cpu, memory }: Measured): string {
	return `${seconds(wall)}, processor ${seconds(cpu)}, memory ${bytes(memory)}`;
}
