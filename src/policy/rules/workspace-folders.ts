import { isObject, type JsonValue } from "../../json.js";
import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

const key = "allowedWorkspaceFolders";
/** A whole disk or a whole home, with or without a slash at its end. */
const whole =
	/^(?:\/|[a-z]:|~|%userprofile%|%homepath%|\/users(?:\/[^/]+)?|\/home(?:\/[^/]+)?|[a-z]:\\users(?:\\[^\\]+)?)[\\/]?$/i;

export const workspaceFolders = definePolicyRule({
	id: "workspace-folders",
	title: "the agent works in named folders, not in a whole home or disk",
	why: "What the agent may read it may send to the model and, by its tools, elsewhere: keys and mail of the user among it.",
	fix: "List in allowedWorkspaceFolders the folders that the work is in, such as ~/Documents/Claude.",
	severity: "warning",
	check: (deployment) =>
		eachGroup(deployment, (group) => {
			if (group.value(key) === undefined) return [group.ofKey(key, "lets people attach every folder")];
			return group
				.items(key)
				.map(pathOf)
				.filter((path) => whole.test(path))
				.map((path) => group.finding(path, key, `lets people attach ${path}`));
		}),
});

/** Text is the older spelling of a folder. */
function pathOf(entry: JsonValue): string {
	return isObject(entry) ? String(entry.path) : String(entry);
}
