import { warning } from "../../problem.js";
import { either, flag, list, object, words } from "../../shape/build.js";
import type { Members, Rule } from "../../shape/shape.js";
import { folderPath } from "../values/file-path.js";

const readOnly: Rule<Members> = ({ mode }) => {
	if (mode !== "ro") return [];
	const message = "holds for every tool in Cowork, but in Code for the file tools alone: Bash can still write there";
	return [warning("read-only-in-part", ["mode"], message)];
};

const workspaceFolder = object(
	{
		path: {
			shape: folderPath,
			summary: "Absolute, or starting with `~` or a variable such as `%OneDrive%`.",
			required: true,
		},
		isDefaultSelected: { shape: flag, summary: "Whether it is attached from the start.", default: false },
		mode: {
			shape: {
				...words(["rw", "ro"]),
				someVersions: [
					{
						code: "unknown-to-oldest-app",
						versions: { until: "1.26832.0" },
						concerns: (mode) => mode === "ro",
						message: "is unknown to apps before 1.26832.0, which leave the folder writable",
					},
				],
			},
			summary: "Whether files may be changed.",
			default: "rw",
		},
	},
	{ name: "WorkspaceFolder", summary: "A folder that users may attach.", rules: [readOnly] },
);

/** Plain text is the older spelling of an entry. */
export const workspaceFolders = list(either(folderPath, workspaceFolder));
