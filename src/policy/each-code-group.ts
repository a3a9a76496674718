import { itemsOf, type JsonValue } from "../json.js";
import type {
	ReviewedCode,
	ReviewedDeployment,
	ReviewedGroup,
	ReviewedSetting,
} from "../review/reviewed-deployment.js";
import type { PolicyFinding } from "./policy-rule.js";

/** The managed settings of Claude Code of a group, as rules look at them. */
export class CodeGroup {
	constructor(
		readonly name: string,
		readonly group: ReviewedGroup,
		private readonly code: ReviewedCode,
	) {}

	/** The value of a setting by its name with dots; undefined where the program's own default holds. */
	value(setting: string): JsonValue | undefined {
		return this.code.settings[setting]?.value;
	}

	/** The items of a list; none where it is not set. */
	items(setting: string): readonly JsonValue[] {
		return itemsOf(this.value(setting));
	}

	/** Servers by name; undefined where people may have their own. */
	get servers(): ReviewedCode["mcpServers"] {
		return this.code.mcpServers;
	}

	/** A finding of a setting, at the place where that is written. */
	ofSetting(setting: string, says: string): PolicyFinding {
		return this.finding(`claudeCode.${setting}`, this.code.settings[setting], says);
	}

	/** A finding of a server, at the place where that is written. */
	ofServer(server: string, says: string): PolicyFinding {
		return this.finding(`claudeCode.mcpServers.${server}`, this.servers?.[server], says);
	}

	private finding(subject: string, of: ReviewedSetting | undefined, says: string): PolicyFinding {
		return { subject, group: this.name, says, ...(of?.at && { at: of.at }) };
	}
}

/** What is found in each group that has managed settings of Claude Code. */
export function eachCodeGroup(
	{ groups }: Pick<ReviewedDeployment, "groups">,
	find: (code: CodeGroup) => readonly PolicyFinding[],
): PolicyFinding[] {
	return Object.entries(groups).flatMap(([name, group]) =>
		group.claudeCode ? find(new CodeGroup(name, group, group.claudeCode)) : [],
	);
}
