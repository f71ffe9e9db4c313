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

/**
 * Builds each subject so many times from nothing, in turns: ABAB, not AABB, so that what else the
 * machine does meets all of them. Medians of each figure.
 */
export async function buildCold(
	subjects: readonly Subject[],
	runs: number,
	tell: (step: string) => void,
): Promise<Built[]> {
	const measured = new Map<Subject, Measured[]>(subjects.map((subject) => [subject, []]));
	const wrote = new Map<Subject, Pick<Built, "files" | "bytes" | "census">>();
	for (let run = 0; run < runs; run++) {
		for (const subject of subjects) {
			tell(`${subject.name}, from nothing, run ${run + 1} of ${runs}`);
			subject.clear();
			const taken = await measure(subject.build);
			measured.get(subject)?.push(taken);
			tell(`  ${figuresOf(taken)}`);
			if (run > 0) continue;
			const census = censusOf(subject.out, subject.places, subject.titles);
			wrote.set(subject, { ...sizeOf(subject.out), census });
		}
	}
	return subjects.map((subject) => ({
		subject,
		...medians(measured.get(subject) ?? []),
		...(wrote.get(subject) as Pick<Built, "files" | "bytes" | "census">),
	}));
}

/**
 * Builds each subject again after a change, so many times in turns. `change` is told the number of
 * the run, from 0. What a build before has left may be used.
 */
export async function buildAgain(
	subjects: readonly Subject[],
	runs: number,
	change: (subject: Subject, run: number) => void,
	tell: (step: string) => void,
): Promise<Map<Subject, Measured>> {
	const measured = new Map<Subject, Measured[]>(subjects.map((subject) => [subject, []]));
	for (let run = 0; run < runs; run++) {
		for (const subject of subjects) {
			tell(`${subject.name}, one abstract edited, run ${run + 1} of ${runs}`);
			change(subject, run);
			const taken = await measure(subject.build);
			measured.get(subject)?.push(taken);
			tell(`  ${figuresOf(taken)}`);
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
