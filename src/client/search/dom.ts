/** An element with attributes and children; text is set as text, never as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.append(...children);
	return made;
}

/** A button that does something. */
export function button(
	label: string,
	act: () => void,
	attributes: Record<string, string> = {},
): HTMLButtonElement {
	const made = element("button", { type: "button", ...attributes }, label);
	made.addEventListener("click", act);
	return made;
}
