import { Document, isMap, isScalar } from "yaml";
import { deploymentYaml } from "../../deployment/deployment-yaml.js";
import { formatPath } from "../../path.js";
import type { DescribedDeployment } from "./describe-deployment.js";

/** The deployment file of a description, in YAML: which files each group was read from, and which secrets are to be set. */
export function deploymentText({ deployment, files, secrets }: DescribedDeployment): string {
	const document = new Document(deployment);
	document.commentBefore = [
		" Read from files of devices; see that it means what they did, and replace what is named example.",
		...(secrets.length > 0 ? [" Set these before it is compiled; the files had their values:"] : []),
		...secrets.map(({ name, at }) => `   ${name} for ${formatPath(at)}`),
	]
		.map(oneLine)
		.join("\n");
	const groups = document.get("groups");
	for (const { key, value } of isMap(groups) ? groups.items : []) {
		const from = isScalar(key) ? files[String(key.value)] : undefined;
		if (isMap(value) && from) value.commentBefore = ` From ${from.map(oneLine).join(", ")}`;
	}
	return deploymentYaml(document);
}

/** Some readers of YAML end a line, and with it a comment, at more characters than others. */
function oneLine(text: string): string {
	return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}
