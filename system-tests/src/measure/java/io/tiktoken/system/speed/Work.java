package io.tiktoken.system.speed;

import java.io.IOException;

/** What a customer does again and again while the shop is measured. */
enum Work {
    /** Orders one cheap thing, approves it with the PIN and pays: three requests. */
    PURCHASE {
        @Override
        void does(Customer customer, Customer other) throws IOException {
            var order = customer.orders();
            customer.pays(order, customer.approvesPurchase(order));
        }
    },

    /** Approves with the PIN that somebody else gets a cent, and sends it: two requests. */
    TRANSFER {
        @Override
        void does(Customer customer, Customer other) throws IOException {
            customer.sends(other, customer.approvesTransfer(other));
        }
    },

    /** Looks at all products. */
    PRODUCTS {
        @Override
        void does(Customer customer, Customer other) throws IOException {
            customer.looksAround();
        }
    },

    /** Looks at one product: the shortest way through the gateway to a service and back. */
    PRODUCT {
        @Override
        void does(Customer customer, Customer other) throws IOException {
            customer.looksAtProduct();
        }
    },

    /** Logs in with the password. */
    LOGIN {
        @Override
        void does(Customer customer, Customer other) throws IOException {
            customer.logsIn();
        }
    };

    /** @throws Refused if the shop does not do it */
    abstract void does(Customer customer, Customer other) throws IOException;
}
