package fundtrail.client.seed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The two years' working days, with the public holidays and the weekends worked instead, and the county's clock. */
final class CountyCalendar {
    static final int FIRST_YEAR = 2025;
    static final int LAST_YEAR = 2026;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<Integer, List<LocalDate>> HOLIDAYS = Map.of(
            2025, days("2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04",
                    "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03",
                    "2025-10-06", "2025-10-07", "2025-10-08"),
            2026, days("2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
                    "2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25",
                    "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"));
    private static final Map<Integer, List<LocalDate>> WORKED_WEEKENDS = Map.of(
            2025, days("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
            2026, days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"));

    private CountyCalendar() {}

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    static List<LocalDate> holidays(int year) {
        return HOLIDAYS.get(year);
    }

    static List<LocalDate> workedWeekends(int year) {
        return WORKED_WEEKENDS.get(year);
    }

    /** A month's working day, counted from 1. */
    static LocalDate workingDay(int year, int month, int number) {
        LocalDate day = LocalDate.of(year, month, 1);
        int counted = isWorked(day) ? 1 : 0;
        while (counted < number) {
            day = day.plusDays(1);
            counted += isWorked(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWorked(LocalDate day) {
        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        return weekend ? WORKED_WEEKENDS.get(day.getYear()).contains(day) : !HOLIDAYS.get(day.getYear()).contains(day);
    }

    /** @param time in the county, such as {@code 09:30} */
    static String at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant().toString();
    }
}
