package fundtrail.client;

/** The ledger, or what stood in its place, answered with a problem. */
public final class ProblemAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final String asked;

    /** @param asked what was asked: method and address */
    ProblemAnswer(Problem problem, String asked) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
        this.asked = asked;
    }

    public Problem problem() {
        return problem;
    }

    public boolean is(String code) {
        return code.equals(problem.code());
    }

    /** What, where, why and what now, on lines of their own; refused rows below. */
    public String inWords(Words words) {
        StringBuilder text = new StringBuilder(words.say("problem.title", problem.title(), problem.code()))
                .append('\n').append("  ").append(problem.detail())
                .append('\n').append("  ").append(words.say("problem.where", asked));
        if (problem.correlation() != null) {
            text.append(words.say("problem.correlation", problem.correlation()));
        }
        text.append('\n').append("  ").append(words.say("problem.now", problem.advice()));
        problem.faults().forEach(fault -> text.append('\n').append(inWords(fault, words)));
        return text.toString();
    }

    static String inWords(Problem.Fault fault, Words words) {
        String column = fault.column() == null || fault.column().isEmpty() ? "" : words.say("fault.column", fault.column());
        String place = fault.row() == 0 ? words.say("fault.file") : words.say("fault.row", fault.row()) + column;
        return "  " + place + "  " + fault.what() + " [" + fault.code() + "]\n      → " + fault.advice();
    }
}
