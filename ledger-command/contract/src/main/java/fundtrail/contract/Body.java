package fundtrail.contract;

/** The body (单位) for which a role is held, and which answers for its signatures. */
public enum Body {
    /** The finance bureau (财政部门). */
    FINANCE,
    /** The health authority (卫生健康部门). */
    HEALTH,
    /** The medical security bureau (医疗保障部门), which keeps the insurance funds. */
    INSURANCE,
    /** The audit office (审计机关). */
    AUDIT,
    /** A supervisory body (监督机构): a board of supervisors, discipline inspection. */
    SUPERVISION,
    /** A medical community's finance centre (医共体财务管理中心). */
    COMMUNITY,
    /** One institution (医疗卫生机构). */
    INSTITUTION;

    /** Whether it is one of the authorities that put up, set or spend public money. */
    public boolean isAuthority() {
        return this == FINANCE || this == HEALTH || this == INSURANCE;
    }
}
