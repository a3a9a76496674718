import { parseDeployment } from "../../src/deployment/parse.js";
import { registries } from "../../src/registries.js";
import { reviewParsed } from "../../src/review/review-parsed.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";

export function reviewed(input: unknown): ReviewedDeployment {
	const { value, problems } = reviewParsed(parseDeployment(input), registries);
	if (!value) throw new Error(problems.map(({ message }) => message).join("\n"));
	return value;
}
