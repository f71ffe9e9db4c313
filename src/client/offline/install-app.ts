/** What Chromium offers where the site can be installed as an app. */
interface InstallPrompt extends Event {
	prompt(): Promise<unknown>;
}

/** `<install-app>`: shows itself where the browser offers to install the site, and asks it to. */
class InstallApp extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector("button");
		addEventListener("beforeinstallprompt", (event) => {
			event.preventDefault();
			this.hidden = false;
			button?.addEventListener("click", () => void (event as InstallPrompt).prompt(), {
				once: true,
			});
		});
		addEventListener("appinstalled", () => {
			this.hidden = true;
		});
	}
}

customElements.define("install-app", InstallApp);
