import { either, flag, list, object, words } from "../../shape/build.js";
import { folderPath } from "../values/file-path.js";

const workspaceFolder = object(
	{
		path: {
			shape: folderPath,
			summary: "Absolute, or starting with `~` or a variable such as `%OneDrive%`.",
			required: true,
		},
		isDefaultSelected: { shape: flag, summary: "Whether it is attached from the start.", default: false },
		mode: {
			shape: words(["rw", "ro"]),
			summary: "Whether files may be changed.",
			since: "1.26832.0",
			default: "rw",
		},
	},
	{ name: "WorkspaceFolder", summary: "A folder that users may attach." },
);

/** Plain text is the older spelling of an entry. */
export const workspaceFolders = list(either(folderPath, workspaceFolder));
