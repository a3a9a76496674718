import { cloudWatchLogsInsights } from "./cloud-watch-logs-insights.js";
import { kusto } from "./kusto.js";
import type { QueryLanguage } from "./language.js";
import { prometheus } from "./prometheus.js";
import { sigma } from "./sigma.js";

/** Languages that detections are written in, by the name of their folder. */
export const queryLanguages = {
	sigma,
	"cloudwatch-logs-insights": cloudWatchLogsInsights,
	kusto,
	prometheus,
} satisfies Readonly<Record<string, QueryLanguage>>;
