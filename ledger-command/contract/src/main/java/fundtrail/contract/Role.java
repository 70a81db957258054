package fundtrail.contract;

/** The roles (岗位). A person may hold several; an administrator holds no role that touches money. */
public enum Role {
    /** Clerk (经办员): makes proposals. */
    CL,
    /** Checker (科室负责人): checks; second signature. */
    CK,
    /** Chief accountant (总会计师): approves; closes periods. */
    CA,
    /** Bureau head (局长): write-offs, reserve draws, appeals, year close. */
    BH,
    /** Budget officer (预算管理员): budgets, allotments, plans, rule sets. */
    BO,
    /** Cashier (出纳): executes approved batches, records bank money; signs no payment. */
    CS,
    /** Health-authority officer (卫健部门专员): volumes, evaluations, entitlements; second body for rates. */
    HO,
    /** Inspector (稽查员): alerts, flags, cases, holds. */
    IN,
    /** Legal officer (法制审核员): determines, demands, decides appeals, lifts holds. */
    LO,
    /** Auditor (审计员): reads all of the jurisdiction, replays, extracts. */
    AU,
    /** Supervisor (监督员): reads only. */
    SU,
    /** Institution accountant (机构会计): reads its own institution, reports volumes, reconciles. */
    IA,
    /** Institution signatory (机构签署人): agreements, confirms or disputes settlements, appeals. */
    IS,
    /** Finance centre (财务管理中心): clerk, checker and accountant for its own community. */
    FC,
    /** Administrator (系统管理员): persons and roles, never money. */
    AD;

    /** Whether it is held at one institution and not in a whole division. */
    public boolean isOfInstitution() {
        return this == IA || this == IS;
    }

    /** Whether it can be held at an institution: a finance centre's community is that of the one at which it is. */
    public boolean canBeAtInstitution() {
        return isOfInstitution() || this == FC;
    }

    /** The body it is held for where none is named. */
    public Body body() {
        return switch (this) {
            case CL, CK, CA, BH, BO, CS, IN, LO, AD -> Body.FINANCE;
            case HO -> Body.HEALTH;
            case AU -> Body.AUDIT;
            case SU -> Body.SUPERVISION;
            case FC -> Body.COMMUNITY;
            case IA, IS -> Body.INSTITUTION;
        };
    }

    /**
     * Whether it can be held for the body. A health-authority officer is never the finance bureau's: what needs both
     * bodies would otherwise be signed by one.
     */
    public boolean canBeOf(Body body) {
        return switch (this) {
            case CL, CK, CA, BH, BO, CS, IN, LO, AD -> body.isAuthority();
            case HO -> body == Body.HEALTH || body == Body.INSURANCE;
            case AU, SU, FC, IA, IS -> body == body();
        };
    }
}
