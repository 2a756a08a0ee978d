package io.guildhall.search.binding;

class MemoryBindingCacheTest extends BindingCacheContract {
    private final MemoryBindingCache cache = new MemoryBindingCache(clock, TIME);

    @Override
    BindingCache cache() {
        return cache;
    }

    @Override
    BindingCache fresh() {
        return cache;
    }
}
