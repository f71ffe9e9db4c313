import { createHash } from "node:crypto";

/** Short SHA-256 (10 hexadecimal digits) of a value of YAML; the order of keys says nothing. */
export function digestOf(value: unknown): string {
	return createHash("sha256").update(canonical(value)).digest("hex").slice(0, 10);
}

/** The digest of each field, in their order. */
export function digestsOf(fields: ReadonlyMap<string, unknown>): Record<string, string> {
	return Object.fromEntries([...fields].map(([field, value]) => [field, digestOf(value)]));
}

function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
			: part,
	);
}
