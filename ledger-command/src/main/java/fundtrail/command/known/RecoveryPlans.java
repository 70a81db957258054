package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import fundtrail.contract.id.ClawbackId;
import java.util.ArrayList;
import java.util.List;

/** Agreed instalments: what comes in after an agreement pays the earliest first. */
public final class RecoveryPlans implements Room {
    /** A plan in force. @param before what had come in, by the bank or by offset, when it was agreed */
    private record Plan(int revision, List<Instalment> instalments, Money before) {}

    private final Table<ClawbackId, Plan> plans;
    private final Clawbacks clawbacks;

    RecoveryPlans(Memory memory, Clawbacks clawbacks) {
        plans = new Table<>(memory, "recoveryPlans", Forms.CLAWBACK, Form.json(Plan.class));
        this.clawbacks = clawbacks;
    }

    /** The revision in force; 0 where nothing was agreed. */
    public int revision(ClawbackId id) {
        return plans.has(id) ? plans.get(id).revision() : 0;
    }

    /**
     * What of each instalment the next {@code amount} to come in pays, the earliest first; {@code null} where nothing was
     * agreed. What is more than the plan is nobody's instalment.
     */
    public List<Instalment> paidBy(Clawback clawback, Money amount) {
        Plan plan = plans.get(clawback.id());
        if (plan == null) {
            return null;
        }
        Money before = clawbacks.cameIn(clawback).minus(plan.before());
        List<Instalment> paid = new ArrayList<>();
        Money left = amount;
        for (Instalment one : plan.instalments()) {
            Money alreadyPaid = before.covers(one.amount()) ? one.amount() : before;
            before = before.minus(alreadyPaid);
            Money open = one.amount().minus(alreadyPaid);
            Money now = left.covers(open) ? open : left;
            left = left.minus(now);
            if (now.isPositive()) {
                paid.add(new Instalment(one.dueOn(), now));
            }
        }
        return List.copyOf(paid);
    }

    @Override
    public boolean fold(Entry entry) {
        if (entry.fact() instanceof RecoveryPlanAgreed fact) {
            plans.put(fact.clawback(), new Plan(fact.revision(), fact.instalments(), clawbacks.cameIn(clawbacks.of(fact.clawback()))));
            return true;
        }
        return false;
    }
}
