/** The part of `stopword` that is used here; the package ships no types. */
declare module "stopword" {
	/** Words of English that say nothing by themselves, in lower case. */
	export const eng: string[];
}
