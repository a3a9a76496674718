import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/** A name matches itself, and one that starts with a dot also what is below it: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSourceList.html */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const [text, template] = ["domains.txt", "template.json"].map((name) => files.find((file) => file.name === name));
	const { RuleVariables, RulesSource } = JSON.parse(template?.content ?? "").Resources.RuleGroup.Properties.RuleGroup;
	const { GeneratedRulesType, TargetTypes, Targets } = RulesSource.RulesSourceList;
	if (GeneratedRulesType !== "ALLOWLIST" || TargetTypes.join() !== "TLS_SNI,HTTP_HOST") throw new Error("another list");
	if (text?.content !== `${Targets.join("\n")}\n`) throw new Error("the template has other names than the file");
	const targets: readonly string[] = Targets;
	return ({ host, stranger }) => {
		if (stranger && RuleVariables !== undefined) return "unlisted";
		if (/^[\d.]+$|:/.test(host)) return "closed";
		const isListed = targets.some((target) =>
			target.startsWith(".") ? host === target.slice(1) || host.endsWith(target) : host === target,
		);
		return isListed ? "open" : "closed";
	};
}
