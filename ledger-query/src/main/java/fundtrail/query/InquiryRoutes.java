package fundtrail.query;

import static fundtrail.query.access.Audience.INQUIRERS;
import static fundtrail.query.access.Audience.READERS;
import static fundtrail.query.read.Params.moment;
import static fundtrail.query.read.Params.paged;

import fundtrail.query.http.Route;
import fundtrail.query.read.AlertReads;
import fundtrail.query.read.CaseReads;
import fundtrail.query.read.ClaimReads;
import fundtrail.query.read.ClawbackReads;
import fundtrail.query.read.Params;
import fundtrail.query.read.RestitutionReads;
import fundtrail.query.read.Shapes;
import java.util.List;

/** The addresses of an inspector's work: from a claim to the money that came back. */
record InquiryRoutes(ClaimReads claims, CaseReads cases, ClawbackReads clawbacks, RestitutionReads restitution, AlertReads alerts) {

    List<Route> all() {
        return List.of(
                new Route("alertRules", "/api/alert-rules", INQUIRERS, "Red flags: what each looks for, and every version of its parameters",
                        List.of(), Shapes.ALERT_RULES, alerts::rules),
                new Route("alertComparison", "/api/alert-rules/{rule}/comparison", INQUIRERS,
                        "Two versions of a red flag over the same facts: what only one says, what only the other, what both",
                        paged(Params.FIRST_VERSION, Params.SECOND_VERSION, Params.DIVISION, Params.INSTITUTION),
                        Shapes.ALERT_COMPARISON, alerts::comparison),
                new Route("alerts", "/api/alerts", READERS, "Alerts, in the order of the facts that made red flags speak",
                        paged(Params.RULE, Params.RULE_VERSION, Params.DIVISION, Params.INSTITUTION), Shapes.ALERTS, alerts::list),
                new Route("alert", "/api/alerts/{alert}", READERS, "One alert, its rule, and the facts that made it speak",
                        moment(), Shapes.ALERT, alerts::one),
                new Route("claims", "/api/claims", READERS, "Claims on money, row by row: what each was paid, and how it stands",
                        paged(Params.CLAIM, Params.DIVISION, Params.INSTITUTION, Params.PROGRAMME, Params.BUDGET_YEAR, Params.REPORT,
                                Params.PRACTITIONER, Params.ITEM, Params.MONTH, Params.CLAIM_STATUS),
                        Shapes.CLAIMS, claims::list),
                new Route("claim", "/api/claims/{claim}", READERS,
                        "One claim: its evidence, what it was paid by which formula and from which source, and what became of it",
                        moment(), Shapes.CLAIM, claims::one),
                new Route("blastRadius", "/api/claims/{claim}/blast-radius", READERS, "Every later fact that rests on a claim",
                        moment(), Shapes.BLAST_RADIUS, claims::blastRadius),
                new Route("tipOffs", "/api/tip-offs", READERS, "Tip-offs, and the case that took each up; never who told",
                        paged(Params.DIVISION, Params.INSTITUTION, Params.TAKEN_UP), Shapes.TIP_OFFS, cases::tipOffs),
                new Route("tipOff", "/api/tip-offs/{tipOff}", READERS, "One tip-off",
                        moment(), Shapes.TIP_OFF, cases::tipOff),
                new Route("cases", "/api/cases", READERS, "Cases: that there are, of whom, how far; what is in one is its file's",
                        paged(Params.DIVISION, Params.INSTITUTION, Params.CASE_STATE), Shapes.CASES, cases::list),
                new Route("case", "/api/cases/{case}", READERS, "One case: its claims, holds, claw-backs and charges",
                        moment(), Shapes.CASE, cases::one),
                new Route("caseTimeline", "/api/cases/{case}/timeline", READERS,
                        "Every fact about a case, its tip-off, claims, holds, claw-backs and charges, in the order in which they were recorded",
                        paged(), Shapes.CASE_TIMELINE, cases::timeline),
                new Route("findings", "/api/findings", READERS, "What inspections found, and how far it has been put right",
                        paged(Params.DIVISION, Params.INSTITUTION), Shapes.FINDINGS, cases::findings),
                new Route("clawbacks", "/api/clawbacks", READERS, "Claw-backs by source, and what blocks them until when",
                        paged(Params.DIVISION, Params.INSTITUTION, Params.CASE, Params.OPEN), Shapes.CLAWBACKS, clawbacks::list),
                new Route("clawbackAging", "/api/clawbacks/aging", READERS, "What is outstanding of claw-backs, by source and by age",
                        moment(Params.DIVISION, Params.INSTITUTION, Params.CASE), Shapes.AGING, restitution::aging),
                new Route("clawback", "/api/clawbacks/{clawback}", READERS, "One claw-back, with every fact that moved its terms",
                        moment(), Shapes.CLAWBACK, clawbacks::one),
                new Route("charges", "/api/charges", READERS, "Penalties and interest",
                        paged(Params.DIVISION, Params.INSTITUTION), Shapes.CHARGES, clawbacks::charges),
                new Route("recoveryForecast", "/api/recovery-forecast", READERS,
                        "What is expected of claw-backs and when: payments, and money that goes back to its sources",
                        moment(Params.DIVISION, Params.INSTITUTION, Params.CASE), Shapes.RECOVERY_FORECAST, restitution::forecast),
                new Route("restitution", "/api/restitution", READERS,
                        "By source: what was taken from it, what came back and by which facts, what is still out",
                        moment(Params.DIVISION, Params.INSTITUTION, Params.CASE, Params.FUND_SOURCE), Shapes.RESTITUTION,
                        restitution::restitution));
    }
}
