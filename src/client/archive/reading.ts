// Everything that the pages of an archive run, in one script. The place comes first: the rest asks for it.
import "./place.ts";
import "../page.ts";
import "../reading/saved-list.ts";
import "../search/paper-search.ts";
