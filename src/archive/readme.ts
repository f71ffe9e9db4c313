import { formatDate } from "../paper/dates.ts";
import { papersCount } from "../paper/text.ts";
import { MANIFEST } from "./layout.ts";
import type { BuiltSite } from "./site.ts";

/** `README.txt`: what the folder is, of which day, how to open it and how to check it. `name` is that of the folder. */
export function readme({ title, address, day, papers }: BuiltSite, name: string): string {
	return `${title}
${"=".repeat([...title].length)}

The whole collection in a folder, to be read without a connection: ${papersCount(papers)},
as they stood on ${formatDate(day)} (UTC) at

    ${address}

To read it
----------
Open index.html in this folder with Firefox, Chrome, Edge or another browser of the
year 2024 or later: a double-click will do. Everything works from the folder, search
included; nothing has to be installed. Keep the folder whole: a page that is moved out
of it loses its links. Pages opened from within the zip, before it is unpacked, lose
them too.

Saved papers, the theme and other choices stay in your browser. Links to other sites,
such as those to a paper's full text, need a connection.

To check it
-----------
${MANIFEST} has the SHA-256 of every other file. In this folder:

    sha256sum -c --quiet ${MANIFEST}        (Linux)
    shasum -a 256 -c --quiet ${MANIFEST}    (macOS)

say nothing where all is well. With the program that made it, Offprint:

    npm run verify -- ${name}.zip

also tells what was added, and reads the folder as well as the zip.
`;
}
