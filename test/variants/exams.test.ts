import { examine } from "../firewall/exam.js";
import { describeProfileFormat, describeProfileTemplate } from "../profiles/conformance.js";
import { almanac } from "./almanac.js";
import { drawbridge, readDrawbridge } from "./drawbridge.js";
import { portcullis, readPortcullis } from "./portcullis.js";
import { scroll } from "./scroll.js";

// Variants that only tests know of: what one file is enough for.
examine("drawbridge", drawbridge, readDrawbridge);
examine("portcullis", portcullis, readPortcullis);
describeProfileFormat("scroll", scroll);
describeProfileTemplate("almanac", almanac);
