package fundtrail.load.hammer;

/** What a run tells of itself on the way. */
interface Told {
    /** What a run does, one after another. */
    enum Step {
        STARTING,
        PREPARING,
        LOADING,
        ASKING_AGAIN,
        AUDITING
    }

    /** Nobody listens. */
    Told NOBODY = new Told() {
        @Override
        public void begins(Step step) {}

        @Override
        public void goes(Tally tally) {}
    };

    void begins(Step step);

    /** Called often; told now and then. */
    void goes(Tally tally);
}
