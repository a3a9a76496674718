import { exampleOrganization } from "../deployment/check-organization.js";
import type { FirstDeployment } from "../deployment/first-deployment.js";
import type { Path } from "../path.js";
import { type Problem, within } from "../problem.js";
import { quote } from "../shape/describe.js";
import type { Ask } from "./converse.js";
import { CommandExit } from "./exit.js";

/** What only the person knows who sets up a deployment. */
export type FirstAnswers = Pick<FirstDeployment, "route" | "organization" | "name" | "group">;

interface Question {
	readonly of: keyof FirstAnswers;
	/** The answer, as messages call it. */
	readonly what: string;
	readonly text: string;
	/** Where the answer stands in the deployment. */
	readonly at: (answer: string) => Path;
}

const usual: FirstAnswers = {
	route: "gateway",
	organization: exampleOrganization.name,
	name: "cowork",
	group: "pilot",
};

const questionsFor = (routes: readonly string[]): readonly Question[] => [
	{
		of: "route",
		what: "route",
		text: `Where does inference come from: ${routes.join(", ")}?`,
		at: (answer) => ["inference", answer],
	},
	{
		of: "organization",
		what: "organization",
		text: "What is your organization called?",
		at: () => ["organization", "name"],
	},
	{ of: "name", what: "deployment", text: "What is the deployment called?", at: () => ["name"] },
	{
		of: "group",
		what: "group",
		text: "What is the first group of users called?",
		at: (answer) => ["groups", answer],
	},
];

export interface Asking {
	readonly routes: readonly string[];
	/** What is wrong with a deployment of these answers. */
	readonly check: (answers: FirstAnswers) => readonly Problem[];
	/** Absent where nobody sits at a terminal. */
	readonly ask?: Ask;
	readonly notice: (line: string) => void;
}

/** Takes what is given, asks for the rest as long as an answer is wrong, and takes what is usual where nobody is there. */
export async function firstAnswers(
	given: Partial<FirstAnswers>,
	{ routes, check, ask, notice }: Asking,
): Promise<FirstAnswers> {
	const questions = questionsFor(routes);
	const refusals = (question: Question, answers: FirstAnswers) =>
		refusalsOf(question, answers[question.of], check(answers));
	let answers: FirstAnswers = { ...usual, ...given };
	const wrong = questions.flatMap((question) => (given[question.of] === undefined ? [] : refusals(question, answers)));
	if (wrong.length > 0) throw new CommandExit(2, ...wrong);
	if (!ask) return answers;
	for (const question of questions.filter(({ of }) => given[of] === undefined)) {
		const otherwise = usual[question.of];
		for (;;) {
			const answer = (await ask(`${question.text} [${otherwise}] `)).trim() || otherwise;
			answers = { ...answers, [question.of]: answer };
			const again = refusals(question, answers);
			if (again.length === 0) break;
			for (const line of again) notice(line);
		}
	}
	return answers;
}

function refusalsOf({ what, at }: Question, answer: string, problems: readonly Problem[]): string[] {
	return problems
		.flatMap((problem) => within(at(answer), problem))
		.filter(({ path }) => path.length === 0)
		.map(({ message }) => `${what} ${quote(answer)}: ${message}`);
}
