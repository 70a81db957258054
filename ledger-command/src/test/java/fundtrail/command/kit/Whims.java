package fundtrail.command.kit;

import fundtrail.contract.Account;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.Period;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Records of any kind, filled at random with values that are likely to be known, or to be just too much. */
public final class Whims {
    /** By kind of identifier: known ones, and always one that is not. */
    private static final Map<Class<?>, List<String>> KNOWN = Map.ofEntries(
            Map.entry(InstitutionId.class, List.of("H1", "H2")),
            Map.entry(FundSourceCode.class, List.of("CEN", "CTY")),
            Map.entry(BankAccountId.class, List.of("CT")),
            Map.entry(ProgrammeCode.class, List.of("BPH")),
            Map.entry(AllotmentId.class, List.of("CEN-H1", "CTY-H1", "CEN-H2")),
            Map.entry(PayeeAccountId.class, List.of("H1-main", "H2-main")),
            Map.entry(BatchId.class, List.of("B1")),
            Map.entry(PaymentId.class, List.of("B1.1", "B1.2")),
            Map.entry(HoldId.class, List.of("hold-1")),
            Map.entry(PersonRef.class, List.of("p-tester", "p-other")),
            Map.entry(TrancheId.class, List.of("CEN-2026-1")));

    private static final List<String> TEXTS = List.of("x", "国库集中支付", "in-1", "out-1", "AllotBudget", "0".repeat(64));
    private static final List<String> ODD_TEXTS = List.of("", " ", "a\nb", "y".repeat(41), "y".repeat(65), "长".repeat(401));
    private static final List<Integer> NUMBERS = List.of(-1, 0, 1, 2, 7, 30, 31, 366, 367, 1948, 1949, 2026, 9999, 10_000,
            Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> FEN = List.of(-1L, 0L, 1L, 100L, 10_000L, 10_001L, 999_999_999_999_999L, -999_999_999_999_999L);
    private static final List<Fraction> FRACTIONS = List.of(Fraction.ZERO, Fraction.ONE, Fraction.of(-1), Fraction.of(61),
            Fraction.of(149, 150), Fraction.parse("0.25"), Fraction.parse("0.0000001"),
            Fraction.parse("999999999999.999999"), Fraction.parse("9".repeat(60)));
    private static final List<LocalDate> DATES = List.of(LocalDate.of(1, 1, 1), LocalDate.of(1949, 1, 1),
            Sample.DAY.minusDays(1), Sample.DAY, Sample.DAY.plusDays(1), Sample.DAY.plusDays(5), LocalDate.of(9999, 12, 31));

    private final Random random;
    /** What the last record of each kind was made of. */
    private final Map<Class<?>, Object[]> passed = new HashMap<>();

    public Whims(long seed) {
        random = new Random(seed);
    }

    /** A record that its constructors let pass, or {@code null} when they refused it. */
    public <T> T of(Class<T> record) {
        try {
            return record.cast(record(record));
        } catch (Refused e) {
            return null;
        }
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    private Object value(Type type) throws Refused {
        if (type instanceof ParameterizedType of) {
            List<Object> list = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                list.add(value(of.getActualTypeArguments()[0]));
            }
            return of.getRawType() == Set.class ? new HashSet<>(list) : list;
        }
        Class<?> single = (Class<?>) type;
        if (single == int.class || single == Integer.class) {
            return any(NUMBERS);
        } else if (single == long.class || single == Long.class) {
            return (long) any(NUMBERS);
        } else if (single == boolean.class) {
            return random.nextBoolean();
        } else if (single == String.class) {
            return any(random.nextInt(5) == 0 ? ODD_TEXTS : TEXTS);
        } else if (single == LocalDate.class) {
            return any(DATES);
        } else if (single == Fraction.class) {
            return any(FRACTIONS);
        } else if (single == YearMonth.class) {
            return YearMonth.from(any(DATES));
        } else if (single == Money.class) {
            return Money.ofFen(any(FEN));
        } else if (single == DivisionCode.class) {
            return random.nextInt(5) == 0 ? new DivisionCode("330522") : Sample.DIVISION;
        } else if (single == CreditCode.class) {
            return Sample.institution(random.nextBoolean() ? Sample.H1 : Sample.H2).creditCode();
        } else if (single == DocumentRef.class) {
            DocumentRef known = Sample.DOCUMENT;
            return random.nextInt(4) == 0 ? known
                    : new DocumentRef(known.type(), known.body(), known.number() + "之二", known.date(), known.sha256());
        } else if (single == Row.class) {
            return openingRow();
        } else if (single == Classification.class) {
            return Sample.CLASSES;
        } else if (single.isEnum()) {
            return any(Arrays.asList(single.getEnumConstants()));
        } else if (single == Period.class) {
            return any(List.of(new Period("2025-12"), new Period("2026-01"), new Period("9999-12")));
        } else if (isId(single)) {
            List<String> known = KNOWN.getOrDefault(single, List.of());
            return build(single, known.isEmpty() || random.nextInt(4) == 0 ? "unknown-" + random.nextInt(9) : any(known));
        }
        return record(single);
    }

    /** Of an account that books begin with, and with what that account has: hardly any other row can be built. */
    private Object openingRow() throws Refused {
        Account account = any(List.of(Account.TREASURY_CASH, Account.RESERVE_CASH, Account.ADVANCES, Account.UNALLOTTED, Account.ALLOTTED));
        boolean ofInstitution = account == Account.ADVANCES || account == Account.ALLOTTED;
        boolean allotted = account == Account.ALLOTTED;
        return build(Row.class, any(NUMBERS), account, any(NUMBERS), (FundSourceCode) value(FundSourceCode.class),
                ofInstitution ? (InstitutionId) value(InstitutionId.class) : null, ofInstitution ? (ProgrammeCode) value(ProgrammeCode.class) : null,
                account.isCash() ? (BankAccountId) value(BankAccountId.class) : null,
                allotted ? (AllotmentId) value(AllotmentId.class) : null, allotted ? Sample.CLASSES : null,
                Money.ofFen(any(FEN)), allotted ? Money.ofFen(any(FEN)) : null);
    }

    private static boolean isId(Class<?> type) {
        return type.getPackageName().equals(DivisionCode.class.getPackageName());
    }

    /** Mostly the last one of its kind with some of its components drawn anew, as few that are drawn at random pass whole. */
    private Object record(Class<?> record) throws Refused {
        RecordComponent[] components = record.getRecordComponents();
        Object[] last = passed.get(record);
        boolean anew = last == null || random.nextInt(4) == 0;
        Object[] values = anew ? new Object[components.length] : last.clone();
        for (int i = 0; i < components.length; i++) {
            if (anew || random.nextInt(components.length) < 2) {
                boolean absent = components[i].isAnnotationPresent(MayBeAbsent.class) && random.nextInt(3) == 0;
                values[i] = absent ? null : allowed(components[i].getGenericType());
            }
        }
        Object built = build(record, values);
        passed.put(record, values);
        return built;
    }

    /** A value that its own constructors let pass; one that none of many tries finds is refused with its record. */
    private Object allowed(Type type) throws Refused {
        for (int tries = 1; tries < 20; tries++) {
            try {
                return value(type);
            } catch (Refused again) {
                // Another try finds another value.
            }
        }
        return value(type);
    }

    private static Object build(Class<?> record, Object... values) throws Refused {
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                throw new Refused();
            }
            throw new AssertionError(record + " fails otherwise than by refusing what it is given", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
