/** `/` moves to the search box of the page, unless the reader is typing. */
document.addEventListener("keydown", (event) => {
	if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
	const target = event.target as HTMLElement;
	if (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName)) return;
	const box = document.querySelector<HTMLInputElement>("[data-search-box]");
	if (!box) return;
	event.preventDefault();
	box.focus();
	box.select();
});
