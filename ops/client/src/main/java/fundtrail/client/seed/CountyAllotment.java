package fundtrail.client.seed;

/**
 * Authority of one source for one institution's programme in one year.
 *
 * @param fen as it was first allotted
 */
record CountyAllotment(CountyInstitution institution, CountyProgramme programme, CountySource source, int year, long fen, String suffix) {
    String id() {
        return programme + "-" + year + "-" + source + "-" + institution.id() + suffix;
    }
}
