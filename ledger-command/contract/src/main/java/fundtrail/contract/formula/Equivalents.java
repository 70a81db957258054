package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.id.ItemCode;
import java.util.Collection;

/** Standardised work equivalents (标化工作当量): what work of different kinds adds up to. */
public final class Equivalents {
    /** How much of one item, at its weight. */
    public record Quantity(ItemCode item, Fraction weight, Fraction quantity) {
        public Quantity {
            if (item == null) {
                throw new IllegalArgumentException("a quantity is of an item");
            }
            Figures.positive("weight of item " + item, weight);
            Figures.notNegative("quantity of item " + item, quantity);
        }

        public Fraction equivalents() {
            return weight.times(quantity);
        }
    }

    private Equivalents() {}

    /** W = Σ weight · quantity. */
    public static Fraction total(Collection<Quantity> quantities) {
        return quantities.stream().map(Quantity::equivalents).reduce(Fraction.ZERO, Fraction::plus);
    }
}
