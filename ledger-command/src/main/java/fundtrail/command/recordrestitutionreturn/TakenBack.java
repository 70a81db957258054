package fundtrail.command.recordrestitutionreturn;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.command.known.Restorations.Part;
import fundtrail.command.known.Restorations.Restoration;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import java.util.ArrayList;
import java.util.List;

/** A restoration, or a part of it, in red: its money, and the authority that had come back with it. */
final class TakenBack {
    private final Clawback clawback;
    private final Restoration restoration;
    private final Money amount;
    private final Known known;

    TakenBack(Clawback clawback, Restoration restoration, Money amount, Known known) {
        this.clawback = clawback;
        this.restoration = restoration;
        this.amount = amount;
        this.known = known;
    }

    /** What there is to be taken back in the own account it had come to: the source's cash there, or the reserve. */
    Money cash() {
        int year = clawback.year().budgetYear();
        Money ofSource = restoration.target() == RestitutionTarget.RISK_RESERVE
                ? known.balances().riskReserve(clawback.division())
                : known.balances().treasuryCash(clawback.division(), year, restoration.fundSource());
        Money inBank = known.balances().cashIn(restoration.to());
        return inBank.covers(ofSource) ? ofSource : inBank;
    }

    /** The first authority that came back to an allotment and is reserved or spent again; {@code null} when there is none. */
    Part spentAgain() {
        return authority().stream()
                .filter(part -> restoration.target() == RestitutionTarget.ALLOTMENT && !isClosed(allotment(part).budgetYear()))
                .filter(part -> !known.balances().available(part.allotment()).covers(part.amount()))
                .findFirst()
                .orElse(null);
    }

    Lines lines() {
        List<Line> lines = new ArrayList<>(ClawbackPostings.restored(clawback.purse(restoration.fundSource()), restoration.from(),
                restoration.target(), restoration.to(), isClosed(clawback.year().budgetYear()), amount));
        for (Part part : authority()) {
            Allotment allotment = allotment(part);
            lines.addAll(ClawbackPostings.authorityBack(allotment.purse().forClawback(clawback.id()), restoration.target(),
                    isClosed(allotment.budgetYear()), part.amount()));
        }
        return new Lines(lines).red();
    }

    /** Of the allotments in the order in which their authority came back, after what earlier returns have taken. */
    private List<Part> authority() {
        List<Part> parts = new ArrayList<>();
        Money taken = restoration.returned();
        Money left = amount;
        for (Part part : restoration.authority()) {
            Money before = taken.covers(part.amount()) ? part.amount() : taken;
            Money free = part.amount().minus(before);
            Money now = left.covers(free) ? free : left;
            if (now.isPositive()) {
                parts.add(new Part(part.allotment(), now));
            }
            taken = taken.minus(before);
            left = left.minus(now);
        }
        return parts;
    }

    private boolean isClosed(int budgetYear) {
        return known.years().isClosed(clawback.division(), budgetYear);
    }

    private Allotment allotment(Part part) {
        return known.allotments().get(part.allotment());
    }
}
