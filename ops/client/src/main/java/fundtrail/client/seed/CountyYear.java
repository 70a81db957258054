package fundtrail.client.seed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * The pack {@code county-year}: two years of a made-up county's life, from a seed; the same seed and size make the same
 * bytes. Who is paid what is drawn; what happens besides is the story told by {@link CountyMonth} and {@link CountyEvents}.
 */
public final class CountyYear {
    public static final String NAME = "county-year";
    public static final long USUAL_SEED = 1;
    public static final int USUAL_POSTINGS = 6_000;
    public static final int FEWEST_POSTINGS = 600;
    public static final int MOST_POSTINGS = 1_000_000;

    static final String DIVISION = "330521";
    private static final int MOST_INSTITUTIONS = 48;
    private static final int FEWEST_INSTITUTIONS = 12;
    /** Fewer payments than this for each institution, and the story of the year would be mostly allotments. */
    private static final int POSTINGS_AN_INSTITUTION = 120;

    private CountyYear() {}

    /**
     * Writes the pack into a folder.
     *
     * @param postings how many facts that move money or authority it comes to at least, {@value #FEWEST_POSTINGS} to
     *                 {@value #MOST_POSTINGS}
     * @return how many it comes to
     */
    public static long write(Path folder, long seed, int postings) {
        if (postings < FEWEST_POSTINGS || postings > MOST_POSTINGS) {
            throw new IllegalArgumentException("a county's two years have " + FEWEST_POSTINGS + " to " + MOST_POSTINGS + " postings");
        }
        Random random = new Random(seed);
        List<CountyInstitution> institutions = CountyInstitution.drawn(
                Math.clamp(postings / POSTINGS_AN_INSTITUTION, FEWEST_INSTITUTIONS, MOST_INSTITUTIONS) / 12 * 12, random);
        CountyFolder files = new CountyFolder(folder);
        CountyBooks books = new CountyBooks()
                .knownOn(LocalDate.of(2025, 6, 30)).effectiveOn(LocalDate.of(2025, 6, 30))
                .knownOn(LocalDate.of(2025, 12, 31)).knownOn(LocalDate.of(2026, 6, 30));
        CountyState county = new CountyState(files, books, random, institutions);
        LocalDate first = CountyCalendar.workingDay(CountyCalendar.FIRST_YEAR, 1, 1);
        files.opening(NAME + "-" + seed + "-" + postings, CountyCalendar.at(first, "09:00"));
        new CountyBeginning(county).tell(first);
        for (int year = CountyCalendar.FIRST_YEAR; year <= CountyCalendar.LAST_YEAR; year++) {
            int left = CountyCalendar.LAST_YEAR - year + 1;
            new CountyBudget(county, year).tell((int) Math.max(0, (postings - county.postings()) / left));
            for (int month = 1; month <= 12; month++) {
                new CountyMonth(county, year, month).tell();
            }
        }
        files.expected(books.files());
        files.finish(NAME, "澄湖县（虚构）2025—2026年基层医疗卫生资金的两年 / Two years of a made-up county's money for primary care, from seed "
                + seed, CountyCalendar.at(first, "09:10"));
        return county.postings();
    }
}
